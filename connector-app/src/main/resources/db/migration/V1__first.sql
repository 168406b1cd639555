-- Times are microseconds since 1970-01-01 UTC. ${word} compares by code point; ${text} has no length of its own.

CREATE TABLE state (
    id       ${word} NOT NULL PRIMARY KEY,
    kind     ${word} NOT NULL,
    version  BIGINT  NOT NULL,
    document ${text} NOT NULL
);

CREATE TABLE lookup (
    aggregate ${word} NOT NULL,
    kind      ${word} NOT NULL,
    field     ${word} NOT NULL,
    sought    ${word} NOT NULL,
    PRIMARY KEY (aggregate, field)
);
CREATE INDEX lookup_by_value ON lookup (sought, field, kind);

CREATE TABLE link (
    connection ${word} NOT NULL,
    object     ${word} NOT NULL,
    part       ${word} NOT NULL,
    link_key   ${word},
    record_id  ${word},
    aggregate  ${word} NOT NULL,
    version    BIGINT  NOT NULL,
    CONSTRAINT link_of_record UNIQUE (record_id, object, connection),
    CONSTRAINT link_of_key UNIQUE (link_key, object, connection)
);
CREATE INDEX link_by_aggregate ON link (aggregate);

CREATE TABLE entry (
    id          ${word}  NOT NULL PRIMARY KEY,
    number      BIGINT   GENERATED ALWAYS AS IDENTITY,
    aggregate   ${word}  NOT NULL,
    slot        ${word}  NOT NULL,
    record      ${word},
    lane        SMALLINT NOT NULL,
    state       ${word}  NOT NULL,
    planned     BIGINT   NOT NULL,
    due         BIGINT,
    lease_until BIGINT,
    version     BIGINT   NOT NULL,
    document    ${text}  NOT NULL
);
CREATE INDEX entry_by_aggregate ON entry (aggregate);
CREATE INDEX entry_by_urgency ON entry (state, lane, planned, number);
-- due is empty unless the entry is planned
CREATE INDEX entry_by_due ON entry (due);

CREATE TABLE need (
    entry ${word} NOT NULL,
    need  ${word} NOT NULL,
    PRIMARY KEY (entry, need)
);

CREATE TABLE internal_change (
    aggregate  ${word} NOT NULL,
    kind       ${word} NOT NULL,
    detail     ${word} NOT NULL,
    not_before BIGINT  NOT NULL,
    PRIMARY KEY (aggregate, kind, detail)
);
CREATE INDEX internal_change_by_time ON internal_change (not_before);

CREATE TABLE review (
    id       ${word} NOT NULL PRIMARY KEY,
    opened   BIGINT  NOT NULL,
    decided  BOOLEAN NOT NULL,
    document ${text} NOT NULL
);

CREATE TABLE setting (
    name    ${word} NOT NULL PRIMARY KEY,
    content ${text} NOT NULL
);

CREATE TABLE lease (
    name       ${word} NOT NULL PRIMARY KEY,
    holder     ${word},
    held_until BIGINT  NOT NULL,
    fence      BIGINT  NOT NULL
);
INSERT INTO lease (name, holder, held_until, fence) VALUES ('engine', NULL, 0, 0);
