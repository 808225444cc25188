-- Count the messages twice, as n. Others write in between, and nobody has to wait for you.
-- Both numbers must be the same.

-- TODO: write the script
