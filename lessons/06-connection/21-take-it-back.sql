-- Delete all messages and show how many are left. Then undo that, and show again how many there are.

-- TODO: write the script
