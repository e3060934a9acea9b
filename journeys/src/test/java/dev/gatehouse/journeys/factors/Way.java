package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The ways to tokens. Each goes as far as the factor. */
enum Way {
    LOGIN_PAGE {
        @Override
        Door open(Ground ground, Holder holder) {
            return atLoginPage(ground, holder, "");
        }
    },
    ACR_VALUES {
        @Override
        Door open(Ground ground, Holder holder) {
            return atLoginPage(ground, holder, level(holder));
        }
    },
    /** From the session of another application, which was satisfied with less. */
    SINGLE_SIGN_ON {
        @Override
        Door open(Ground ground, Holder holder) {
            boolean hasNone = holder.kind() == FactorKind.NONE;
            Visitor visitor;
            if (hasNone) {
                ground.policy(false);
                visitor = ground.visitor();
                visitor.authorize(Ground.APP, "");
                password(visitor, holder.person());
                assertThat(visitor.level()).as(visitor.text()).isEqualTo(1);
                ground.policy(true);
            } else {
                visitor = Trusted.browser(ground, holder);
                visitor.authorize(Ground.APP, "");
                password(visitor, holder.person());
                assertThat(visitor.level()).as(visitor.text()).isEqualTo(1);
            }
            holder.expectCode();
            Consumer<String> begin =
                    more -> visitor.authorize(Ground.ANOTHER_APP, (hasNone ? "" : level(holder)) + more);
            begin.accept("");
            assertThat(visitor.level()).as(visitor.text()).isZero();
            if (hasNone) {
                // Nobody sets a factor up in a browser that was left open.
                visitor.submit(Map.of("password", holder.person().password()));
            }
            return PageDoor.at(visitor, begin);
        }
    },
    PASSWORD_RESET {
        @Override
        Door open(Ground ground, Holder holder) {
            Person person = holder.person();
            int before = ground.house().inbox().messagesTo(person.email()).size();
            Visitor visitor = ground.visitor();
            Consumer<String> begin = more -> visitor.authorize(Ground.APP, more);
            begin.accept("");
            visitor.click("reset-credentials");
            visitor.submit(Map.of("username", person.username()));
            // Else the factor is set up before the new password is, which is no way in either.
            ground.policy(false);
            visitor.open(ground.house().inbox().linkAfter(before, person.email()));
            visitor.submit(
                    Map.of("password-new", person.password() + "x", "password-confirm", person.password() + "x"));
            assertThat(visitor.level()).as("a new password alone").isZero();
            begin.accept("&prompt=none");
            assertThat(visitor.level()).as("a new password alone, again").isZero();
            ground.policy(true);
            begin.accept("");
            holder.expectCode();
            visitor.submit(Map.of("username", person.username(), "password", person.password() + "x"));
            return PageDoor.at(visitor, begin);
        }
    },
    /** Through an identity provider that vouches for the person. */
    BROKERED {
        @Override
        Door open(Ground ground, Holder holder) {
            Visitor visitor = ground.visitor();
            Person person = holder.person();
            ground.partner().link(person);
            holder.expectCode();
            Consumer<String> begin = more -> visitor.authorize(
                    Ground.APP, "&kc_idp_hint=" + ground.partner().alias() + more);
            begin.accept("");
            password(visitor, person);
            return PageDoor.at(visitor, begin);
        }
    },
    /** A device that stands in for the factor, where more is asked for than it can. */
    TRUSTED_BROWSER {
        @Override
        Door open(Ground ground, Holder holder) {
            Visitor visitor = holder.kind() == FactorKind.NONE
                    ? Trusted.browser(ground, ground.newHolder(FactorKind.TOTP))
                    : Trusted.browser(ground, holder);
            holder.expectCode();
            Consumer<String> begin = more -> visitor.authorize(Ground.APP, level(holder) + more);
            begin.accept("");
            password(visitor, holder.person());
            return PageDoor.at(visitor, begin);
        }
    },
    REST {
        @Override
        Door open(Ground ground, Holder holder) {
            Client client = ground.client();
            holder.expectCode();
            return RestDoor.ofLogin(client, Ground.passwordByRest(client, holder, Map.of()), holder.kind());
        }
    },
    TRUSTED_DEVICE_BY_REST {
        @Override
        Door open(Ground ground, Holder holder) {
            Client client = ground.client();
            String token = holder.kind() == FactorKind.NONE
                    ? Trusted.token(ground, ground.newHolder(FactorKind.TOTP))
                    : Trusted.token(ground, holder);
            holder.expectCode();
            Answer due = Ground.passwordByRest(
                    client,
                    holder,
                    Map.of(
                            "device_token",
                            token,
                            "acr_values",
                            String.valueOf(holder.kind().level())));
            return RestDoor.ofLogin(client, due, holder.kind());
        }
    },
    /** A session that has shown a password and wants to do what needs more. */
    STEP_UP {
        @Override
        Door open(Ground ground, Holder holder) {
            Client client = ground.client();
            Answer weak = Ground.passwordByRest(client, holder, Map.of("device_token", Trusted.token(ground, holder)));
            assertThat(Levels.of(weak)).as(weak.body()).isEqualTo(1);
            holder.expectCode();
            return RestDoor.ofSession(client, weak.text("access_token"), holder.kind());
        }

        @Override
        boolean isFor(FactorKind kind) {
            return kind != FactorKind.NONE;
        }
    },
    TOKEN_ENDPOINT {
        @Override
        Door open(Ground ground, Holder holder) {
            Client client = ground.client();
            return new GrantDoor(code -> {
                Map<String, String> form = new HashMap<>(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        Ground.APP,
                        "username",
                        holder.person().username(),
                        "password",
                        holder.person().password()));
                if (!code.isEmpty()) {
                    form.putAll(Map.of("totp", code, "otp", code, "code", code));
                }
                return Levels.of(client.form("/protocol/openid-connect/token", form));
            });
        }

        @Override
        boolean takesCodes() {
            return false;
        }
    },
    /** A session from before the policy. */
    REFRESH {
        @Override
        Door open(Ground ground, Holder holder) {
            Client client = ground.client();
            ground.policy(false);
            ground.join(holder.person());
            Map<String, String> more =
                    holder.kind() == FactorKind.NONE ? Map.of() : Map.of("device_token", Trusted.token(ground, holder));
            Answer weak = Ground.passwordByRest(client, holder, more);
            assertThat(Levels.of(weak)).as(weak.body()).isEqualTo(1);
            ground.policy(true);
            return new GrantDoor(code -> Math.max(
                    Levels.of(client.post("/auth/refresh", Map.of("refresh_token", weak.text("refresh_token")))),
                    Levels.of(client.form(
                            "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "client_id",
                                    Ground.APP,
                                    "refresh_token",
                                    weak.text("refresh_token"),
                                    "totp",
                                    code)))));
        }

        @Override
        boolean takesCodes() {
            return false;
        }
    };

    /** Goes up to the factor. May be called again for the same person. */
    abstract Door open(Ground ground, Holder holder);

    /** Whether there is a step for the factor. */
    boolean takesCodes() {
        return true;
    }

    boolean isFor(FactorKind kind) {
        return true;
    }

    private static Door atLoginPage(Ground ground, Holder holder, String more) {
        Visitor visitor = ground.visitor();
        holder.expectCode();
        Consumer<String> begin = again -> visitor.authorize(Ground.APP, more + again);
        begin.accept("");
        password(visitor, holder.person());
        return PageDoor.at(visitor, begin);
    }

    private static void password(Visitor visitor, Person person) {
        visitor.submit(Map.of("username", person.username(), "password", person.password()));
    }

    private static String level(Holder holder) {
        return "&acr_values=" + holder.kind().level();
    }
}
