-- The id and timestamp of every message of 1 July 2025, from midnight to midnight.

-- TODO: write the query
