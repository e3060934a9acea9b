package dev.gatehouse.account.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** The preferences of one user; the row is also what parallel changes wait for each other at. */
@Entity
@Table(name = "GATEHOUSE_USER_PREFERENCES")
@IdClass(UserKey.class)
public class PreferencesRow {

    @Id
    @Column(name = "REALM_ID")
    private @Nullable String realmId;

    @Id
    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Nationalized
    @Column(name = "DOCUMENT", length = Integer.MAX_VALUE)
    private @Nullable String document;

    protected PreferencesRow() {}
}
