-- Throw the table messages away, if it is there. If it is not, nothing fails.
-- conversations stays as it is.

-- TODO: write the statement
