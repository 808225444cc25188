-- In one transaction: add a message to conversation 7001, from the user:  Mine
-- Then count the messages twice, as n. Others write in between: the second number is to show what they have committed.
-- Nobody sees yours before the end.

-- TODO: write the script
