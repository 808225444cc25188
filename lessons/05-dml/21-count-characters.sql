-- The id of every message, and how many characters its content has, as `characters`.

-- TODO: write the query
