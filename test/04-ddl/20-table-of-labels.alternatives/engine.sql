create table if not exists labels (id integer primary key auto_increment, name varchar(40) unique not null) engine = InnoDB
