-- Create a table pins:
--   conversation_id  INT, the primary key; the conversation must exist; when it is deleted, its pin goes too
--   pinned_at        TIMESTAMP, never NULL; by default the current time

-- TODO: write the statement
