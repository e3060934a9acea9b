package dev.gatehouse.api.users;

/** That a user was made. */
record CreatedAnswer(String id) {}
