# Builds the program, then leaves everything behind but Java and one jar. Nobody builds this in the project's own checks.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -ntp -DskipTests -Djacoco.skip -Dspotless.check.skip -pl connector-app -am package

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 leadloop \
    && useradd --system --uid 10001 --gid leadloop --home-dir /data --shell /usr/sbin/nologin leadloop \
    && mkdir -p /data && chown leadloop:leadloop /data && chmod 700 /data
COPY --from=build --chown=root:root /src/connector-app/target/leadloop.jar /opt/leadloop/leadloop.jar
USER 10001:10001
WORKDIR /data
VOLUME /data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/leadloop/leadloop.jar"]
CMD ["serve", "--config", "/data/leadloop.yaml"]
