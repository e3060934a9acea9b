package dev.gatehouse.organization.domain;

import dev.gatehouse.organization.DomainName;

/**
 * The domains under which strangers register theirs.
 *
 * @see <a href="https://publicsuffix.org/">Public Suffix List</a>
 */
@FunctionalInterface
public interface PublicSuffixes {

    boolean contains(DomainName domain);
}
