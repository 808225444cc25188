-- Make a table pins:
--   conversation_id  INT, the primary key; the conversation must exist, and takes its pin along when it is deleted
--   pinned_at        TIMESTAMP, never NULL; the present time when nothing is said

-- TODO: write the statement
