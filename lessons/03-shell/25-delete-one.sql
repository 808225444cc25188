-- Two conversations are called  Second conversation.
-- Delete the one whose id is 7002, and nothing else.

-- TODO: write the statement
