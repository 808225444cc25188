-- Drop the table messages, if it is there. If it is not, the script does not fail.
-- conversations stays as it is.

-- TODO: write the statement
