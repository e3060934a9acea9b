package dev.gatehouse.foundation.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.cfg.Configuration;

/**
 * A real database with a module's tables, made by the module's own changelog: one contract suite runs on H2 and on
 * PostgreSQL. Every instance is a database of its own; the PostgreSQL server is started once for the test run.
 */
public final class TestDatabase implements AutoCloseable {
    private static final Object LOCK = new Object();
    private static EmbeddedPostgres postgres;

    private final EntityManagerFactory factory;

    private TestDatabase(String url, String user, String changelog, Class<?>... entities) {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            Liquibase liquibase = new Liquibase(
                    changelog,
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.update(new Contexts());
        } catch (Exception failure) {
            throw new IllegalStateException("The changelog " + changelog + " does not run", failure);
        }
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", user)
                .setProperty("hibernate.connection.password", "")
                .setProperty("hibernate.connection.pool_size", "80")
                .setProperty("hibernate.hbm2ddl.auto", "none");
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        factory = configuration.buildSessionFactory();
    }

    public static TestDatabase h2(String changelog, Class<?>... entities) {
        // As Keycloak sets it up: NON_KEYWORDS for its column names, DB_CLOSE_DELAY to outlive single connections. Only
        // more
        // patient, so that 64 threads wait for one row on a busy machine too.
        return new TestDatabase(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                "sa",
                changelog,
                entities);
    }

    public static TestDatabase postgresql(String changelog, Class<?>... entities) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        int port = startedPostgres().getPort();
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")) {
            connection.createStatement().execute("create database " + name);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException("PostgreSQL does not create a database", failure);
        }
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", changelog, entities);
    }

    /** What the work returns, after its transaction was committed; rolled back if it throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(entityManager);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    public void run(Consumer<EntityManager> work) {
        inTransaction(entityManager -> {
            work.accept(entityManager);
            return true;
        });
    }

    public EntityManagerFactory entityManagerFactory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
    }

    private static EmbeddedPostgres startedPostgres() {
        synchronized (LOCK) {
            if (postgres == null) {
                try {
                    postgres = EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "300")
                            .start();
                } catch (IOException failure) {
                    throw new IllegalStateException("PostgreSQL does not start", failure);
                }
            }
            return postgres;
        }
    }
}
