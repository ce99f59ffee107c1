//! The JSON Schema of `report.json`, made from the types that write it.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::sections::SECTIONS;
use super::{QuarterlyReport, REPORT_FORMAT, WrittenSection};

/// The JSON Schema of `report.json`: `docs/report.schema.json` holds it for those who read reports with their own programs.
pub fn json_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let sections: Map<String, Value> = SECTIONS
        .iter()
        .map(|section| {
            let parts = [generator.subschema_for::<WrittenSection>(), (section.schema)(&mut generator)];
            (section.key.to_owned(), json!({ "title": section.title, "allOf": parts }))
        })
        .collect();
    let mut schema = generator.into_root_schema_for::<QuarterlyReport>().to_value();
    schema["properties"]["format"]["const"] = json!(REPORT_FORMAT);
    schema["properties"]["sections"]["properties"] = Value::Object(sections);
    schema
}
