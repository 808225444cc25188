-- The id and content of what the user said in conversation 7000 or in conversation 7001.

-- TODO: write the query
