//! SQLite and PostgreSQL behind one face: a query gives cells of whatever type the columns have, and everything happens in one
//! transaction.

use std::fmt;
use std::time::Duration;

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, IsolationLevel, NoTls, SimpleQueryMessage};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OpenFlags, TransactionBehavior, params_from_iter};

/// What stands in a cell of either database.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Null,
    Whole(i64),
    /// REAL in SQLite, `double precision` in PostgreSQL.
    Double(f64),
    /// `real` in PostgreSQL.
    Single(f32),
    /// `numeric`, with the digits that it has.
    Decimal(String),
    Text(String),
    Flag(bool),
    /// What is no figure, with the name of its type.
    Other(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Double(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Null, Into::into)
    }
}

/// What the database says of itself.
#[derive(Debug)]
pub(crate) enum Error {
    Sqlite(rusqlite::Error),
    Postgres(postgres::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(error) => error.fmt(f),
            Self::Postgres(error) => match error.as_db_error() {
                Some(told) => told.fmt(f),
                None => error.fmt(f),
            },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        Self::Postgres(error)
    }
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Held while a run lasts, so that a second one waits and then sees what the first has written. The Java program has the same.
const LOCK: &str = "SELECT pg_advisory_lock(4701396)";
/// How long a run waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

pub(crate) enum Database {
    Sqlite(rusqlite::Connection),
    Postgres(Client),
}

impl Database {
    /// Opens a PostgreSQL database by its address, or an SQLite file; a file that is not there is made only for a demo.
    pub(crate) fn open(name: &str, create: bool) -> Result<Self> {
        if ["postgres://", "postgresql://"].iter().any(|scheme| name.starts_with(scheme)) {
            let mut client = Client::connect(name, NoTls)?;
            // A server may be set up to cut the digits of doubles.
            client.batch_execute("SET extra_float_digits = 3; SET lock_timeout = '60s'")?;
            client.batch_execute(LOCK)?;
            return Ok(Self::Postgres(client));
        }
        let create = if create { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
        let connection =
            rusqlite::Connection::open_with_flags(name, OpenFlags::SQLITE_OPEN_READ_WRITE | create)?;
        connection.busy_timeout(PATIENCE)?;
        Ok(Self::Sqlite(connection))
    }

    /// From here to [`Transaction::commit`] the figures stand still, and what is written is there as a whole or not at all.
    pub(crate) fn transaction(&mut self) -> Result<Transaction<'_>> {
        Ok(match self {
            Self::Sqlite(connection) => {
                Transaction::Sqlite(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
            }
            Self::Postgres(client) => {
                let settings = client.build_transaction().isolation_level(IsolationLevel::RepeatableRead);
                Transaction::Postgres(settings.start()?)
            }
        })
    }
}

pub(crate) enum Transaction<'d> {
    Sqlite(rusqlite::Transaction<'d>),
    Postgres(postgres::Transaction<'d>),
}

impl Transaction<'_> {
    /// The rows of a query, each with the cells of its columns.
    pub(crate) fn query(&mut self, sql: &str) -> Result<Vec<Vec<Cell>>> {
        let mut all = Vec::new();
        match self {
            Self::Sqlite(transaction) => {
                let mut statement = transaction.prepare(sql)?;
                let columns = statement.column_count();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let cell = |column| row.get_ref(column).map(Cell::from);
                    all.push((0..columns).map(cell).collect::<rusqlite::Result<_>>()?);
                }
            }
            Self::Postgres(transaction) => {
                // The types as the server describes them, and every cell as text: so one reading serves columns of any type.
                let statement = transaction.prepare(sql)?;
                let types: Vec<&Type> = statement.columns().iter().map(postgres::Column::type_).collect();
                for message in transaction.simple_query(sql)? {
                    if let SimpleQueryMessage::Row(row) = message {
                        let cells = types.iter().enumerate();
                        let cell = |(column, of): (usize, &&Type)| Ok(Cell::read(of, row.try_get(column)?));
                        all.push(cells.map(cell).collect::<Result<_>>()?);
                    }
                }
            }
        }
        Ok(all)
    }

    /// Carries a statement out for each row of cells, which stand in it as `?1`, `?2`, …; how many rows it changed.
    pub(crate) fn execute(&mut self, sql: &str, rows: &[Vec<Cell>]) -> Result<usize> {
        let mut changed = 0;
        if rows.is_empty() {
            return Ok(changed);
        }
        match self {
            Self::Sqlite(transaction) => {
                let mut statement = transaction.prepare(sql)?;
                for row in rows {
                    changed += statement.execute(params_from_iter(row))?;
                }
            }
            Self::Postgres(transaction) => {
                let statement = transaction.prepare(&sql.replace('?', "$"))?;
                for row in rows {
                    let row: Vec<&(dyn ToSql + Sync)> =
                        row.iter().map(|cell| cell as &(dyn ToSql + Sync)).collect();
                    changed += usize::try_from(transaction.execute(&statement, &row)?).unwrap_or(usize::MAX);
                }
            }
        }
        Ok(changed)
    }

    /// Carries out statements.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => transaction.execute_batch(sql)?,
            Self::Postgres(transaction) => transaction.batch_execute(sql)?,
        }
        Ok(())
    }

    pub(crate) fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(transaction) => transaction.commit()?,
            Self::Postgres(transaction) => transaction.commit()?,
        }
        Ok(())
    }
}

impl From<ValueRef<'_>> for Cell {
    fn from(stored: ValueRef<'_>) -> Self {
        match stored {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Whole(number),
            ValueRef::Real(number) => Self::Double(number),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Self::Text(text.to_owned()),
                Err(_) => Self::Other("不是UTF-8编码的文本".to_owned()),
            },
            ValueRef::Blob(_) => Self::Other("BLOB".to_owned()),
        }
    }
}

impl Cell {
    /// A cell of PostgreSQL from its text.
    fn read(of: &Type, text: Option<&str>) -> Self {
        let Some(text) = text else { return Self::Null };
        let unread = || Self::Text(text.to_owned());
        match *of {
            Type::INT2 | Type::INT4 | Type::INT8 => text.parse().map_or_else(|_| unread(), Self::Whole),
            Type::FLOAT8 => text.parse().map_or_else(|_| unread(), Self::Double),
            Type::FLOAT4 => text.parse().map_or_else(|_| unread(), Self::Single),
            Type::NUMERIC => Self::Decimal(text.to_owned()),
            Type::BOOL => Self::Flag(text == "t"),
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::DATE | Type::UNKNOWN => unread(),
            _ => Self::Other(of.name().to_owned()),
        }
    }
}

impl rusqlite::ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => rusqlite::types::Null.into(),
            Self::Whole(number) => (*number).into(),
            Self::Double(number) => (*number).into(),
            Self::Single(number) => (*number).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Decimal(text) | Self::Text(text) | Self::Other(text) => text.as_str().into(),
        })
    }
}

impl ToSql for Cell {
    fn to_sql(
        &self,
        of: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, of) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Whole(number), &Type::INT4) => i32::try_from(*number)?.to_sql(of, out),
            (Self::Whole(number), &Type::INT8) => number.to_sql(of, out),
            (Self::Double(number), &Type::FLOAT8) => number.to_sql(of, out),
            (Self::Text(text), _) if <&str as ToSql>::accepts(of) => text.to_sql(of, out),
            _ => Err(format!("{self:?} does not fit a column of the type {of}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
