package dev.gatehouse.journeys.house;

import dev.gatehouse.api.testing.ContractCheck;
import dev.gatehouse.api.testing.Exchange;
import dev.gatehouse.journeys.client.ExchangeCheck;
import java.util.Set;

/** The contract that every exchange of every story is held to. */
public final class Contract {
    private static final ContractCheck CONTRACT = ContractCheck.create();

    static final ExchangeCheck CHECK = (method, path, requestBody, answer) ->
            CONTRACT.check(new Exchange(method, path, requestBody, answer.status(), answer.headers(), answer.body()));

    /** What the contract describes and no story of this run has met, as {@code POST /auth/login 200}. */
    public static Set<String> unexercised() {
        Set<String> left = CONTRACT.described();
        left.removeAll(CONTRACT.exercised());
        return left;
    }

    private Contract() {}
}
