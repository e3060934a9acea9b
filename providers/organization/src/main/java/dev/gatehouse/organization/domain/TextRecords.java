package dev.gatehouse.organization.domain;

/** Where TXT records are looked up. Always answers, within the time it was set up with. */
@FunctionalInterface
public interface TextRecords {

    /** @param name in ASCII, without the last dot */
    TextAnswer find(String name);
}
