package dev.gatehouse.journeys.house;

/** Somebody with an account in the demo realm, made for one story, with an e-mail second factor. */
public record Person(String id, String username, String email, String password) {}
