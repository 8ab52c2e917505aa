//! The three processes: what each of them has to know of the functions.

use std::net::Ipv4Addr;
use std::sync::Arc;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::{default_config_producer, default_session_builder};
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::{SchedulerConfig, TaskDistributionPolicy};
use ballista_scheduler::scheduler_process::{create_scheduler, start_grpc_service_with_listener};
use dabiao_datafusion::{Plan, aggregate_functions, register, scalar_functions};
use datafusion::common::Result as Planned;
use datafusion::execution::{FunctionRegistry, SessionState};
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::protobuf::{LogicalPlanNode, PhysicalPlanNode};
use tokio::net::TcpListener;

use crate::Result;

/// This example stays on one machine.
const HOST: Ipv4Addr = Ipv4Addr::LOCALHOST;
/// How long an executor looks for its scheduler, in seconds.
const CONNECT: u16 = 30;

/// A session of Ballista with the functions, which the scheduler and the executors take theirs from.
fn state(config: SessionConfig, plan: &Arc<Plan>) -> Planned<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in scalar_functions(plan) {
        state.register_udf(Arc::new(function))?;
    }
    for function in aggregate_functions(plan) {
        state.register_udaf(Arc::new(function))?;
    }
    Ok(state)
}

/// Serves until it is ended. Says its port on a line of its own; `/readyz` says whether so many executors are there.
pub(crate) async fn scheduler(port: u16, executors: usize, functions: bool) -> Result<()> {
    let listener = TcpListener::bind((HOST, port)).await?;
    let port = listener.local_addr()?.port();
    // One plan for all sessions: a function is the same only if its plan is.
    let plan = Plan::hangjin();
    let mut config = SchedulerConfig::default()
        .with_hostname(HOST.to_string())
        .with_port(port)
        .with_task_distribution(TaskDistributionPolicy::RoundRobin);
    if functions {
        config = config.with_override_session_builder(Arc::new(move |config| state(config, &plan)));
    }
    config.min_ready_executors = executors;
    let cluster = BallistaCluster::new_from_config(&config).await?;
    let scheduler = create_scheduler::<LogicalPlanNode, PhysicalPlanNode>(cluster, Arc::new(config)).await?;
    println!("scheduler on port {port}");
    start_grpc_service_with_listener(listener, scheduler).await?;
    Ok(())
}

/// Works until it is ended.
pub(crate) async fn executor(name: String, scheduler: u16, work: String, functions: bool) -> Result<()> {
    let registry = if functions {
        BallistaFunctionRegistry::from(&state(default_config_producer(), &Plan::hangjin())?)
    } else {
        BallistaFunctionRegistry::default()
    };
    let (port, grpc_port) = free_ports().await?;
    let config = ExecutorProcessConfig {
        executor_id: name,
        bind_host: HOST.to_string(),
        external_host: Some(HOST.to_string()),
        port,
        grpc_port,
        scheduler_host: HOST.to_string(),
        scheduler_port: scheduler,
        scheduler_connect_timeout_seconds: CONNECT,
        vcores: 2,
        work_dir: Some(work),
        override_function_registry: Some(Arc::new(registry)),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await?;
    Ok(())
}

/// Two ports that nobody listens on. An executor tells the scheduler its ports before it listens, so 0 would not do.
async fn free_ports() -> Result<(u16, u16)> {
    let (one, other) = (TcpListener::bind((HOST, 0)).await?, TcpListener::bind((HOST, 0)).await?);
    Ok((one.local_addr()?.port(), other.local_addr()?.port()))
}

/// A session whose queries run in the cluster.
pub(crate) async fn client(scheduler: u16, partitions: usize) -> Result<SessionContext> {
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(partitions)
        .set_bool("datafusion.sql_parser.parse_float_as_decimal", true);
    let url = format!("df://{HOST}:{scheduler}");
    let session = SessionContext::remote_with_state(&url, default_session_builder(config)?).await?;
    // After the session is made: making it sets the functions back to the defaults.
    register(&session, &Plan::hangjin());
    Ok(session)
}
