package dev.gatehouse.organization.domain.guava;

import com.google.common.net.InternetDomainName;
import dev.gatehouse.organization.DomainName;
import dev.gatehouse.organization.domain.PublicSuffixes;

/** Both parts of the list: those of registries ({@code co.uk}) and those of companies ({@code github.io}). */
public final class GuavaPublicSuffixes implements PublicSuffixes {

    @Override
    public boolean contains(DomainName domain) {
        return InternetDomainName.isValid(domain.value())
                && InternetDomainName.from(domain.value()).isPublicSuffix();
    }
}
