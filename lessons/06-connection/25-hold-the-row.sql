-- Show the title of conversation 7001, change it to  Kazan, two days , show it again. Then commit.
-- From the first look to the commit nobody else may change this row. All other rows stay unlocked.

-- TODO: write the script
