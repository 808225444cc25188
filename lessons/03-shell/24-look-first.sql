-- Somebody has added conversations called  Second conversation.
-- Look before you delete: show their id and title, and change nothing.

-- TODO: fill in the blank
SELECT id, title FROM conversations WHERE ___;
