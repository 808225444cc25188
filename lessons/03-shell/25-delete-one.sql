-- Two conversations are called  Second conversation.
-- Delete the one with the id 7002, and nothing else.

-- TODO: write the statement
