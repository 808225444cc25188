-- In one transaction: add a message to conversation 7001, from the user:  Mine
-- Then count the messages twice, as n. Others write in between, and the second number should show what they have committed.
-- Nobody sees yours before the end.

-- TODO: write the script
