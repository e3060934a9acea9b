package dev.gatehouse.account.preference;

/** The preferences of users as texts, in the caller's transaction. */
public interface PreferenceStore {

    /** What is kept; an empty object where nothing was. */
    String find(String realmId, String userId);

    /** The same, as it was last committed; nobody else gets past here until the transaction has ended. */
    String hold(String realmId, String userId);

    /** Keeps another text. Only of what is held. */
    void save(String realmId, String userId, String document);

    void forget(String realmId, String userId);
}
