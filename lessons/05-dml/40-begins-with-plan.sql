-- The id and title of every conversation whose title begins with  plan , in capitals or not.

-- TODO: write the query
