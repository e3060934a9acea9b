package dev.gatehouse.events.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that whoever relays holds locked. There is one, made together with the tables. */
@Entity
@Table(name = "GATEHOUSE_OUTBOX_RELAY")
public class RelayLockEntity {
    static final int ONLY = 1;

    @Id
    @Column(name = "ID")
    private int id;

    protected RelayLockEntity() {}

    int id() {
        return id;
    }
}
