-- Delete what the AI said in conversation 7000. Everything else stays.

-- TODO: write the statement
