package dev.gatehouse.organization.keycloak.projection.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that whoever folds and checks holds locked. There is one, made together with the tables. */
@Entity
@Table(name = "GATEHOUSE_ORG_WORK")
public class WorkLockRow {

    static final int ONLY = 1;

    @Id
    @Column(name = "ID")
    private int id;

    protected WorkLockRow() {}
}
