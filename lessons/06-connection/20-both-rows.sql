-- Two rows belong together: conversation 9001 with the title  Trip  and its first message,
-- from the user:  Where to?  Keep both, or neither.

-- TODO: write the script
