-- Delete all messages and show how many are left. Take it back, and show again how many there are.

-- TODO: write the script
