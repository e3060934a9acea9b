# Gatehouse in Keycloak's own image. Build the provider jars first: ./mvnw package -DskipTests
ARG KEYCLOAK_VERSION=26.7.3

FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION} AS built
# Options that Keycloak bakes in; `docker build --build-arg DB=...` for another database.
ARG DB=postgres
ENV KC_DB=${DB} KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
COPY --chown=keycloak:root providers/bundle/target/providers/ /opt/keycloak/providers/
RUN /opt/keycloak/bin/kc.sh build

FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}
ARG DB=postgres
ENV KC_DB=${DB} KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
COPY --from=built --chown=keycloak:root /opt/keycloak/ /opt/keycloak/
COPY --chown=keycloak:root realm-config/production/ /opt/keycloak/data/import/
EXPOSE 8080 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
# The realm's secrets come from the environment; a missing one stops the import with its name.
CMD ["start", "--optimized", "--import-realm"]
