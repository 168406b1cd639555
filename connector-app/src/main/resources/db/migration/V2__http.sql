-- Keys of the HTTP interface: the secret part as a hash only.
CREATE TABLE api_key (
    id      ${word} NOT NULL PRIMARY KEY,
    name    ${word} NOT NULL,
    role    ${word} NOT NULL,
    hash    ${word} NOT NULL,
    created BIGINT  NOT NULL,
    revoked BIGINT
);

-- Doorbells: a record that a vendor named, to be read. Rows go away with the transaction that took the record in.
CREATE TABLE inbox (
    number     BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection ${word} NOT NULL,
    object     ${word} NOT NULL,
    record_id  ${word} NOT NULL,
    rung       BIGINT  NOT NULL
);

-- What was ordered from outside, once for each idempotency key.
CREATE TABLE receipt (
    id       ${word} NOT NULL PRIMARY KEY,
    taken    BIGINT  NOT NULL,
    document ${text} NOT NULL
);

-- Outgoing webhooks that are not delivered yet.
CREATE TABLE outbox (
    id       ${word}  NOT NULL PRIMARY KEY,
    number   BIGINT   GENERATED ALWAYS AS IDENTITY,
    endpoint ${word}  NOT NULL,
    event    ${word}  NOT NULL,
    made     BIGINT   NOT NULL,
    due      BIGINT   NOT NULL,
    tries    SMALLINT NOT NULL,
    body     ${text}  NOT NULL
);
CREATE INDEX outbox_by_time ON outbox (due, number);
