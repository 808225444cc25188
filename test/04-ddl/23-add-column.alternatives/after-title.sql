alter table conversations add column (pinned BOOL NOT NULL DEFAULT 0);
