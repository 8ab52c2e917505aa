//! The native part of the Java package `dabiao`, called through JNI: bytes in, bytes out. What a user meets is in `java/dabiao`.
//!
//! A panic, which would be a defect of the crate, becomes an `IllegalStateException`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dabiao::data::Finding;
use dabiao::json;
use dabiao::values::names;
use jni::JNIEnv;
use jni::errors::Result;
use jni::objects::{JByteArray, JClass};

/// As the last byte of an answer: it is the report.
const ANSWERED: u8 = 0;
/// As the last byte of an answer: it is what is wrong with the request.
const REFUSED: u8 = 2;

/// Runs work on the bytes of an array. Where an array is null, or an answer too long, an exception is on its way.
fn answered<'l>(
    env: &mut JNIEnv<'l>,
    given: &JByteArray<'l>,
    work: impl FnOnce(&[u8]) -> Vec<u8>,
) -> JByteArray<'l> {
    let answer = env.convert_byte_array(given).and_then(|bytes| {
        match catch_unwind(AssertUnwindSafe(|| work(&bytes))) {
            Ok(answer) => env.byte_array_from_slice(&answer),
            Err(_) => {
                env.throw_new("java/lang/IllegalStateException", "a defect inside of dabiao")?;
                Ok(JByteArray::default())
            }
        }
    });
    answer.or_else(|error| told(env, &error)).unwrap_or_default()
}

/// What went wrong between the two languages, as an exception unless there is one already.
fn told<'l>(env: &mut JNIEnv<'l>, error: &jni::errors::Error) -> Result<JByteArray<'l>> {
    if !env.exception_check()? {
        env.throw_new("java/lang/IllegalStateException", error.to_string())?;
    }
    Ok(JByteArray::default())
}

/// `Native.evaluate`: a report, or what is wrong with the request, and behind it one byte that says which.
#[expect(unsafe_code, reason = "the name is what JNI looks for")]
#[unsafe(no_mangle)]
pub extern "system" fn Java_dabiao_Native_evaluate<'l>(
    mut env: JNIEnv<'l>,
    _: JClass<'l>,
    request: JByteArray<'l>,
) -> JByteArray<'l> {
    answered(&mut env, &request, |request| {
        let (mut answer, status) = match json::evaluate(request) {
            Ok(report) => (report.into_bytes(), ANSWERED),
            Err(refusal) => (refusal.to_json().into_bytes(), REFUSED),
        };
        answer.push(status);
        answer
    })
}

/// `Native.sentences`: what each finding means for its row, and says in Chinese and in English, `[[effect, zh, en], …]`; nothing
/// where the text is no list of findings.
#[expect(unsafe_code, reason = "the name is what JNI looks for")]
#[unsafe(no_mangle)]
pub extern "system" fn Java_dabiao_Native_sentences<'l>(
    mut env: JNIEnv<'l>,
    _: JClass<'l>,
    findings: JByteArray<'l>,
) -> JByteArray<'l> {
    answered(&mut env, &findings, |findings| {
        let findings: Vec<Finding> = serde_json::from_slice(findings).unwrap_or_default();
        let said = findings.iter().map(|Finding { kind, .. }| (kind.effect(), kind.zh(), kind.to_string()));
        serde_json::to_vec(&said.collect::<Vec<_>>()).unwrap_or_default()
    })
}

/// `Native.key`: what names have in common if they are one, as UTF-8.
#[expect(unsafe_code, reason = "the name is what JNI looks for")]
#[unsafe(no_mangle)]
pub extern "system" fn Java_dabiao_Native_key<'l>(
    mut env: JNIEnv<'l>,
    _: JClass<'l>,
    name: JByteArray<'l>,
) -> JByteArray<'l> {
    answered(&mut env, &name, |name| names::key(&String::from_utf8_lossy(name)).into_owned().into_bytes())
}

/// `Native.version`: the version of the crate, and of the form of requests and reports, `0.1.0 1`.
#[expect(unsafe_code, reason = "the name is what JNI looks for")]
#[unsafe(no_mangle)]
pub extern "system" fn Java_dabiao_Native_version<'l>(env: JNIEnv<'l>, _: JClass<'l>) -> JByteArray<'l> {
    let told = format!("{} {}", env!("CARGO_PKG_VERSION"), json::SCHEMA_VERSION);
    env.byte_array_from_slice(told.as_bytes()).unwrap_or_default()
}
