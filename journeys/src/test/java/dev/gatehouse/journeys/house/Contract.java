package dev.gatehouse.journeys.house;

import dev.gatehouse.api.testing.ContractCheck;
import dev.gatehouse.api.testing.Exchange;
import dev.gatehouse.journeys.client.ExchangeCheck;

/** The contract that every exchange of every story is held to. */
final class Contract {
    private static final ContractCheck CONTRACT = ContractCheck.create();

    static final ExchangeCheck CHECK = (method, path, requestBody, answer) ->
            CONTRACT.check(new Exchange(method, path, requestBody, answer.status(), answer.headers(), answer.body()));

    private Contract() {}
}
