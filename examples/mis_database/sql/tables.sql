-- The tables that are written: keys first, and behind them what stands beside.
CREATE TABLE IF NOT EXISTS dabiao_run (
    area TEXT NOT NULL, year INTEGER NOT NULL,
    schema_version INTEGER, crate_version TEXT, rows_read INTEGER, rows_used INTEGER, rows_unused INTEGER, rows_refused INTEGER,
    roster_rows INTEGER, roster_rows_refused INTEGER, targets INTEGER, met INTEGER, not_met INTEGER, undetermined INTEGER,
    not_applicable INTEGER, not_due INTEGER, not_judged INTEGER,
    PRIMARY KEY (area, year)
);
CREATE TABLE IF NOT EXISTS dabiao_verdict (
    area TEXT NOT NULL, year INTEGER NOT NULL, target TEXT NOT NULL,
    clause TEXT, indicator TEXT, name TEXT, outcome TEXT, standing TEXT, asks TEXT, value TEXT, unit TEXT, numerator BIGINT,
    denominator BIGINT, margin TEXT, margin_unit TEXT, sentence TEXT, sources TEXT,
    PRIMARY KEY (area, year, target)
);
CREATE TABLE IF NOT EXISTS dabiao_warning (
    area TEXT NOT NULL, year INTEGER NOT NULL, target TEXT NOT NULL, signal TEXT NOT NULL,
    severity TEXT, sentence TEXT,
    PRIMARY KEY (area, year, target, signal)
);
CREATE TABLE IF NOT EXISTS dabiao_finding (
    area TEXT NOT NULL, year INTEGER NOT NULL, source_table TEXT NOT NULL, source_row BIGINT NOT NULL, source_column TEXT NOT NULL,
    message TEXT NOT NULL,
    effect TEXT, cell TEXT,
    PRIMARY KEY (area, year, source_table, source_row, source_column, message)
);
CREATE TABLE IF NOT EXISTS dabiao_audit (
    area TEXT NOT NULL, year INTEGER NOT NULL, relation TEXT NOT NULL, sources TEXT NOT NULL,
    level TEXT, message TEXT, remedy TEXT,
    PRIMARY KEY (area, year, relation, sources)
);
