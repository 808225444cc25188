INSERT INTO conversations () VALUES ()
