CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT NOT NULL CHECK (stars > 0 AND stars <> 6));
