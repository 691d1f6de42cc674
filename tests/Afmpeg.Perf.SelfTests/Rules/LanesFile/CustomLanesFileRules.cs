using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.LanesFile;

public sealed class CustomLanesFileRules : IDisposable
{
    private static readonly string[] Taken = ["native", "wasmtime", "O3"];

    private readonly TemporaryFolder temporary = new();

    public CustomLanesFileRules()
    {
        Write("good.wasm", """(module (func (export "_start")))""");
        Write("library.wasm", "(module)");
        Write("emscripten.wasm", """(module (import "a" "a" (func)) (func (export "f")))""");
        File.WriteAllText(temporary.File("data.txt"), "data");
    }

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Paths_are_relative_to_the_file_and_each_program_has_its_checksum()
    {
        var own = Load("""
            {
              "native": "/bin/true",
              "modules": [{ "name": "mine", "path": "./good.wasm", "arguments": ["-v", "error"] }],
              "natives": [{ "name": "distro-7", "path": "/bin/false", "flavour": "lgpl" }],
              "engines": [{ // a comment
                "name": "mine.sh",
                "command": ["sh", "{cache}", "--dir={media}", "{out}", "{arguments}"], "compile": ["sh", "{module}", "{cache}"] }],
            }
            """);

        own.Modules.Single().Should().BeEquivalentTo(
            new CustomProgram(
                "mine", temporary.File("good.wasm"), "gpl", ["-v", "error"], ProductStore.Checksum(temporary.File("good.wasm")))
            {
                Bytes = new FileInfo(temporary.File("good.wasm")).Length,
            });
        (own.Natives.Single().Flavour, own.Native!.File, own.AreAll).Should().Be(("lgpl", "/bin/true", true));
        own.Engines.Single().Command.Should().Equal("/bin/sh", "{cache}", "--dir={media}", "{out}", "{arguments}");
        own.Engines.Single().Compile.Should().Equal("/bin/sh", "{module}", "{cache}");
    }

    [Fact]
    public void An_empty_file_adds_nothing()
    {
        Load("{}").Should().BeEquivalentTo(CustomLanes.None);
    }

    [Fact]
    public void Without_a_module_or_without_a_native_ffmpeg_our_own_builds_are_measured_too()
    {
        Load("""{ "native": "/bin/true" }""").AreAll.Should().BeFalse();
        Load("""{ "modules": [{ "name": "mine", "path": "good.wasm" }] }""").AreAll.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{ "native": "a\u0000b" }""", "'native' holds U+0000", "one with it")]
    [InlineData("""{ "native": "good.wasm" }""", "'native' is no native program", "good.wasm, which is WebAssembly")]
    [InlineData("""{ "native": "missing" }""", "'native' cannot be run", "no file ")]
    [InlineData("""{ "native": "data.txt" }""", "'native' cannot be run", "data.txt, which may not be executed")]
    [InlineData("""{ "natives": [{ "name": "a", "path": "ffmpeg" }] }""", "'natives[0].path' cannot be run", "no file ")]
    [InlineData("""{ "natives": [{ "name": "a", "path": "good.wasm" }] }""", "'natives[0].path' is no native program", "WebAssembly")]
    [InlineData("""{ "natives": [{ "name": "native", "path": "/bin/true" }] }""", "the name 'native' is taken", "one that this suite uses")]
    [InlineData("""{ "moduls": [] }""", "'moduls' is not a known key", "did you mean 'modules'?")]
    public void A_fault_is_reported_before_anything_is_measured(string text, string what, string observed)
    {
        var refusal = Refusal(text);

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Message.Should().Contain($"lanes.json:1: {what}").And.Contain(observed);
    }

    [Theory]
    [InlineData("a", "emscripten.wasm", "'modules[0].path' is a module of emscripten", "it imports from 'a'")]
    [InlineData("a", "missing", "'modules[0].path' is not there", "no file ")]
    [InlineData("a", "data.txt", "'modules[0].path' is no WASI command", "it does not begin as WebAssembly does")]
    [InlineData("a", "library.wasm", "'modules[0].path' is no WASI command", "it exports no function _start")]
    [InlineData("O3", "good.wasm", "the name 'O3' is taken", "one that this suite uses")]
    [InlineData("twice", "good.wasm", "the name 'twice' is taken", "it is in this file twice")]
    [InlineData("a+b", "good.wasm", "'modules[0].name' cannot be part of a case's id", "'a+b'")]
    [InlineData("", "good.wasm", "'modules[0].name' cannot be part of a case's id", "''")]
    [InlineData("a", "good.wasm\", \"flavour\": \"bsd", "'modules[0].flavour' is not an allowed word", "bsd")]
    public void A_modules_fault_is_reported(string name, string path, string what, string observed) =>
        A_fault_is_reported_before_anything_is_measured(
        $$"""{ "modules": [{ "name": "{{name}}", "path": "{{path}}" }, { "name": "twice", "path": "good.wasm" }] }""", what, observed);

    // The words of each command stand between bars.
    [Theory]
    [InlineData("/bin/true|{module}|\\u0000", "", "'engines[0].command[2]' holds U+0000", "one with it")]
    [InlineData("", "", "the engine 'e' cannot be run", "no word")]
    [InlineData("no-such-engine|{module}|{arguments}", "", "the engine 'e' cannot be run", "'no-such-engine'")]
    [InlineData("sh|{arguments}", "", "the engine 'e' is not given the module", "'sh {arguments}'")]
    [InlineData("sh|{module}|-- {arguments}", "", "the engine 'e' is not given the arguments", "'sh ")]
    [InlineData("sh|{module}|{arguments}|{oot}", "", "the engine 'e' has an unknown placeholder", "{oot}")]
    [InlineData("sh|{module}|{arguments}|{out}", "", "the engine 'e' does not give the guest the folder /media", "'sh {module}")]
    [InlineData("sh|{module}|{arguments}|{media}", "", "the engine 'e' does not give the guest the folder /out", "'sh {module}")]
    [InlineData("sh|{cache}|{arguments}|{media}|{out}", "sh|{cache}", "the compile step of 'e' does not name {module}", "'sh {cache}'")]
    [InlineData("sh|{cache}|{arguments}|{media}|{out}", "none|{module}|{cache}", "the compile step of 'e' cannot be run", "'none'")]
    [InlineData("sh|{module}|{arguments}|{media}|{out}", "sh|{module}|{cache}", "the engine 'e' does not use what", "'sh {module}")]
    public void An_engines_fault_is_reported(string command, string compile, string what, string observed)
    {
        static string Words(string text) => text.Length == 0 ? "" : $"\"{text.Replace("|", "\", \"", StringComparison.Ordinal)}\"";
        A_fault_is_reported_before_anything_is_measured(
            $$"""{ "engines": [{ "name": "e", "command": [{{Words(command)}}], "compile": [{{Words(compile)}}] }] }""", what, observed);
    }

    [Fact]
    public void Builds_of_another_FFmpeg_are_names_taken_by_the_suite_too()
    {
        File.WriteAllText(temporary.File("nine.json"), """{ "modules": [{ "name": "ffmpeg9-Oz", "path": "good.wasm" }] }""");

        FluentActions.Invoking(() => Declarations.Load(TestSettings.Folders, temporary.File("nine.json"))).Should().Throw<PerfException>()
            .Which.Message.Should().Contain("the name 'ffmpeg9-Oz' is taken");
    }

    [Fact]
    public void A_missing_lanes_file_says_what_it_is_for_and_does_not_mention_git()
    {
        var refusal = FluentActions.Invoking(() => CustomLanesFile.Load(temporary.File("none.json"), Taken, ""))
            .Should().Throw<PerfException>().Which;

        (refusal.Status, refusal.Where).Should().Be((ExitStatus.Missing, temporary.File("none.json")));
        refusal.Message.Should().Contain("--lanes FILE").And.NotContain("git");
    }

    [Theory]
    [InlineData("""["sh", "{module}", "{arguments}", "{media}", "{out}"]""", true)]
    [InlineData("""["sh", "-cachedir={cache}", "{module}", "{arguments}", "{media}", "{out}"]""", false)]
    public void An_engine_without_a_cache_compiles_each_time(string command, bool expected) =>
        Load($$"""{ "engines": [{ "name": "e", "command": {{command}} }] }""").Engines.Single().CompilesEachTime.Should().Be(expected);

    [Fact]
    public void All_faults_are_reported_at_once_each_with_its_line()
    {
        var refusal = Refusal("""
            {
              "native": "missing",
              "modules": [
                { "name": "wasmtime", "path": "library.wasm" },
                { "name": "typed", "path": 7 }
              ]
            }
            """);

        refusal.Message.Should().Contain("4 faults").And.Contain(":2: ").And.Contain(":4: the name").And.Contain(":4: 'modules[0].path'")
            .And.Contain(":5: ");
    }

    [Fact]
    public void The_schema_beside_the_README_is_current()
    {
        var (kept, current) = (Repository.PathOf("lanes.schema.json"), Repository.PathOf("artifacts", "lanes.schema.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(current)!);
        File.WriteAllText(current, CheckedJson.SchemaOf<CustomLanesDocument>());

        File.ReadAllText(kept).Should().Be(
            File.ReadAllText(
                current), because: $"editors complete and explain keys by it; accept the new one with: mv '{current}' '{kept}'");
    }

    private CustomLanes Load(string text)
    {
        File.WriteAllText(temporary.File("lanes.json"), text);
        return CustomLanesFile.Load(temporary.File("lanes.json"), Taken, "/no/such/folder:/bin");
    }

    private PerfException Refusal(string text) => FluentActions.Invoking(() => Load(text)).Should().Throw<PerfException>().Which;

    private void Write(string name, string text) => File.WriteAllBytes(temporary.File(name), global::Wasmtime.Module.ConvertText(text));
}
