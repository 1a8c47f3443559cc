"""The tables, as a list of migrations; the number of those applied is the schema's version.

A column ``doc`` holds the whole noun of :mod:`feeds.model` as JSON; the other columns exist to find
it again. Moments are seconds since 1970. Every row that is part of the record names its desk.
"""

from __future__ import annotations

APPLICATION_ID = 0x46524E54
"""``FRNT`` in the file's header, so that a foreign SQLite file is told apart."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE source (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        configured INTEGER NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE TABLE source_state (
        source_id TEXT PRIMARY KEY,
        doc BLOB NOT NULL
    );
    CREATE TABLE item (
        id TEXT PRIMARY KEY,
        desk TEXT NOT NULL,
        source_id TEXT NOT NULL,
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        published_at REAL NOT NULL,
        vanished_at REAL,
        UNIQUE (source_id, key)
    );
    CREATE INDEX item_by_source ON item (source_id, published_at);
    CREATE TABLE item_version (
        item_id TEXT NOT NULL REFERENCES item (id),
        version INTEGER NOT NULL,
        received_at REAL NOT NULL,
        doc BLOB NOT NULL,
        PRIMARY KEY (item_id, version)
    );
    CREATE TABLE decision (
        id TEXT PRIMARY KEY,
        desk TEXT NOT NULL,
        target TEXT NOT NULL,
        at REAL NOT NULL,
        taken_up INTEGER NOT NULL DEFAULT 0,
        doc BLOB NOT NULL
    );
    CREATE INDEX decision_by_target ON decision (target);
    CREATE TABLE request (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id TEXT
    );
    CREATE TABLE report (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL,
        claim_key TEXT NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX report_by_item ON report (item_id);
    CREATE INDEX report_by_claim_key ON report (claim_key);
    CREATE TABLE quote (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL,
        speaker_key TEXT NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX quote_by_item ON quote (item_id);
    CREATE INDEX quote_by_speaker_key ON quote (speaker_key);
    CREATE TABLE pending (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL,
        asked_at REAL NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX pending_by_item ON pending (item_id);
    CREATE TABLE claim (
        id TEXT PRIMARY KEY,
        claim_key TEXT NOT NULL,
        changed_at REAL NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX claim_by_claim_key ON claim (claim_key);
    CREATE INDEX claim_by_changed_at ON claim (changed_at);
    CREATE TABLE statement (
        id TEXT PRIMARY KEY,
        speaker_key TEXT NOT NULL,
        last_at REAL NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX statement_by_speaker_key ON statement (speaker_key);
    CREATE INDEX statement_by_last_at ON statement (last_at);
    CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        subject TEXT NOT NULL,
        id TEXT NOT NULL,
        UNIQUE (subject, id)
    );
    """,
    """
    ALTER TABLE item ADD COLUMN link TEXT NOT NULL DEFAULT '';
    ALTER TABLE item ADD COLUMN digest TEXT NOT NULL DEFAULT '';
    ALTER TABLE item ADD COLUMN read_version INTEGER NOT NULL DEFAULT 0;
    UPDATE item SET read_version = version, link = coalesce(
        (SELECT json_extract(CAST(doc AS TEXT), '$.url') FROM item_version
         WHERE item_id = item.id AND item_version.version = item.version), '');
    CREATE TABLE task (name TEXT PRIMARY KEY);
    CREATE INDEX item_unread ON item (published_at) WHERE read_version < version;
    CREATE TABLE poll_log (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id TEXT NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX poll_log_by_source ON poll_log (source_id, seq);
    CREATE TABLE pause (
        source_id TEXT PRIMARY KEY,
        paused INTEGER NOT NULL
    );
    """,
    """
    ALTER TABLE report ADD COLUMN open_place TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN settled BLOB;
    UPDATE report SET open_place = substr(claim_key, 3
        + length(json_extract(CAST(doc AS TEXT), '$.kind'))
        + length(json_extract(CAST(doc AS TEXT), '$.side')))
        WHERE json_extract(CAST(doc AS TEXT), '$.located') IS NULL;
    CREATE INDEX report_by_open_place ON report (open_place) WHERE open_place <> '';
    CREATE INDEX report_settled ON report (open_place) WHERE settled IS NOT NULL;
    ALTER TABLE decision ADD COLUMN kind TEXT NOT NULL DEFAULT '';
    UPDATE decision SET kind = json_extract(CAST(doc AS TEXT), '$.kind');
    CREATE INDEX decision_on_places ON decision (target) WHERE kind = 'place';
    """,
    """
    CREATE TABLE unmatched (
        item_id TEXT PRIMARY KEY,
        source_id TEXT NOT NULL,
        published_at REAL NOT NULL,
        sentences INTEGER NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX unmatched_by_time ON unmatched (published_at, source_id, sentences);
    CREATE INDEX unmatched_by_source ON unmatched (source_id, published_at);
    """,
    """
    CREATE TABLE fingerprint (
        item_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        hashes BLOB NOT NULL,
        PRIMARY KEY (item_id, version)
    ) WITHOUT ROWID;
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
    """
    ALTER TABLE report ADD COLUMN place_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN place TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN kind TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE report ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE report ADD COLUMN raion TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN region TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN spot TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE report ADD COLUMN cluster TEXT NOT NULL DEFAULT '';
    ALTER TABLE report ADD COLUMN claim_id TEXT NOT NULL DEFAULT '';
    DROP INDEX report_by_claim_key;
    CREATE INDEX report_by_claim_key ON report (claim_key, place, spot);
    CREATE INDEX report_by_spot ON report (spot, kind, day, opened);
    CREATE INDEX report_by_region ON report (region, day);
    CREATE INDEX report_by_cluster ON report (cluster);
    DROP INDEX claim_by_claim_key;
    ALTER TABLE claim DROP COLUMN claim_key;
    ALTER TABLE decision ADD COLUMN other TEXT NOT NULL DEFAULT '';
    UPDATE decision SET other = coalesce(json_extract(CAST(doc AS TEXT), '$.other'), '');
    CREATE INDEX decision_by_other ON decision (other) WHERE other <> '';
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
    """
    CREATE TABLE former (
        item_id TEXT NOT NULL,
        until REAL NOT NULL,
        doc BLOB NOT NULL,
        PRIMARY KEY (item_id, until)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE quote ADD COLUMN published_at REAL NOT NULL DEFAULT 0;
    UPDATE quote SET published_at =
        coalesce((SELECT published_at FROM item WHERE item.id = quote.item_id), 0);
    DROP INDEX quote_by_speaker_key;
    CREATE INDEX quote_by_speaker_key ON quote (speaker_key, published_at);
    CREATE TABLE witness (
        quote_id TEXT NOT NULL,
        item_id TEXT NOT NULL,
        doc BLOB NOT NULL,
        PRIMARY KEY (quote_id, item_id)
    ) WITHOUT ROWID;
    CREATE INDEX witness_by_item ON witness (item_id);
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
    """
    ALTER TABLE pending ADD COLUMN question_key TEXT NOT NULL DEFAULT '';
    CREATE INDEX pending_by_question_key ON pending (question_key);
    CREATE TABLE question (
        id TEXT PRIMARY KEY,
        question_key TEXT NOT NULL,
        asked_at REAL NOT NULL,
        doc BLOB NOT NULL
    );
    CREATE INDEX question_by_key ON question (question_key);
    CREATE INDEX question_by_asked_at ON question (asked_at);
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
    """
    CREATE TABLE memory (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE INDEX report_of_taking ON report (claim_key, day) WHERE kind = 'seizure';
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
    """
    CREATE TABLE search_extent (
        low INTEGER NOT NULL,
        high INTEGER NOT NULL
    );
    """,
    """
    ALTER TABLE quote ADD COLUMN utterance TEXT NOT NULL DEFAULT '';
    ALTER TABLE quote ADD COLUMN marks BLOB NOT NULL DEFAULT x'';
    CREATE INDEX quote_by_utterance ON quote (utterance);
    CREATE TABLE quote_mark (
        mark INTEGER NOT NULL,
        quote_id TEXT NOT NULL,
        telling INTEGER NOT NULL,
        PRIMARY KEY (mark, quote_id)
    ) WITHOUT ROWID;
    CREATE INDEX quote_mark_telling ON quote_mark (mark) WHERE telling = 1;
    DROP INDEX statement_by_speaker_key;
    ALTER TABLE statement DROP COLUMN speaker_key;
    ALTER TABLE statement ADD COLUMN utterance TEXT NOT NULL DEFAULT '';
    CREATE INDEX statement_by_utterance ON statement (utterance);
    INSERT OR IGNORE INTO task (name) VALUES ('reassess');
    """,
)
"""Append only: a migration that has been released is never edited."""
