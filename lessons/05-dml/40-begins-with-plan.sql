-- The id and title of every conversation whose title begins with  plan , in lower or upper case.

-- TODO: write the query
