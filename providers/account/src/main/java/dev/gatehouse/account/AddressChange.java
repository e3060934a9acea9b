package dev.gatehouse.account;

/**
 * Asks whoever reads the mail of a new address whether it is theirs to use. Until they have said so, the account keeps
 * the address it has.
 */
public interface AddressChange {

    /** Sends the question; nothing else happens now, and nothing that would tell whether the address is in use. */
    void request(String newAddress);
}
