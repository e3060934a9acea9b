package dev.gatehouse.journeys.factors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;

/** The level of authentication that tokens claim. */
final class Levels {

    private Levels() {}

    /** Of an answer that may hold tokens; 0 if it holds none, at least 1 if it does. */
    static int of(Answer answer) {
        if (answer.status() != 200 || !answer.body().contains("access_token")) {
            return 0;
        }
        JsonNode acr = answer.claims("access_token").path("acr");
        return Math.max(1, acr.asInt());
    }
}
