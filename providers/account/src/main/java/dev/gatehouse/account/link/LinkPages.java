package dev.gatehouse.account.link;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.foundation.link.LinkBase;

/** Where the links in mails about an account lead. */
public record LinkPages(LinkBase base) {

    public String verifyEmail(OpaqueToken token) {
        return base.page("verify-email", token.value());
    }

    public String resetPassword(OpaqueToken token) {
        return base.page("reset-password", token.value());
    }
}
