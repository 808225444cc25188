-- Archive every conversation that was created before 1 January 2020.

-- TODO: write the statement
