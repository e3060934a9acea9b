package dev.gatehouse.server;

import dev.gatehouse.foundation.Mode;

/** What somebody who just started the server wants to know next. */
final class Welcome {
    private Welcome() {}

    static String text(Mode mode, Addresses addresses, Home home, Phases phases) {
        String ready = "Gatehouse is ready at " + addresses.base() + " after " + phases;
        return mode == Mode.DEVELOPMENT
                ? "\n" + ready + "\n" + development(addresses, home)
                : ready + "; health and metrics at " + addresses.management() + "/health, /metrics";
    }

    private static String development(Addresses addresses, Home home) {
        String realm = addresses.base() + "/realms/demo";
        return String.join(
                "\n",
                "",
                "  Account page   " + realm + "/account   (alice, bob, carol or dave, password gatehouse-demo-1)",
                "  Inbox          " + addresses.base() + "/dev/inbox   (every e-mail and text message)",
                "  Admin console  " + addresses.base() + "/admin   (admin / admin)",
                "  Health         " + addresses.management() + "/health, /metrics",
                "  Log            " + home.log(),
                "",
                "Log in by REST: the first answer names the token and the method, the inbox has the code:",
                "",
                curl(realm + "/auth/login", "{\"username\": \"alice\", \"password\": \"gatehouse-demo-1\"}"),
                curl(realm + "/mfa/challenge", "{\"mfa_token\": \"TOKEN\", \"method_id\": \"METHOD\"}"),
                curl(
                        realm + "/mfa/verify",
                        "{\"mfa_token\": \"TOKEN\", \"method_id\": \"METHOD\", \"code\": \"CODE\"}"),
                "",
                "Ctrl-C stops it.");
    }

    private static String curl(String address, String body) {
        return "  curl -s " + address + " -H 'Content-Type: application/json' -d '" + body + "'";
    }
}
