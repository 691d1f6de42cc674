using Afmpeg.Perf.LanesFile;

namespace Afmpeg.Perf.SelfTests.Rules.LanesFile;

public sealed class WasmModuleRules
{
    private const string Command = """(func (export "_start"))""";

    [Theory]
    [InlineData("works")]
    [InlineData("returns")]
    [InlineData("exits-3")]
    public void A_guest_of_the_lanes_is_a_WASI_command(string guest)
    {
        Read(Compiled(File.ReadAllText(Repository.PathOf("tests", "Fixtures", "guests", $"{guest}.wat")))).WhyNoCommand.Should().BeNull();
    }

    [Fact]
    public void Its_imports_and_exported_functions_are_read_past_every_kind_of_import()
    {
        var module = Read(Compiled("""
            (module
              (import "table" "t" (table 1 2 funcref))
              (import "memory" "m" (memory 1 300))
              (import "global" "g" (global (mut i64)))
              (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
              (import "wasi_snapshot_preview1" "sched_yield" (func (result i32)))
              (export "memory" (memory 0))
              (func (export "_start"))
              (func (export "other")))
            """));

        module.ImportedFrom.Should().Equal("table", "memory", "global", "wasi_snapshot_preview1");
        module.Functions.Should().Equal("_start", "other");
        module.WhyNoCommand.Should().Be("it imports from 'table', which is not WASI");
    }

    [Theory]
    [InlineData("(module)", "it exports no function _start")]
    [InlineData("""(module (memory (export "_start") 1))""", "it exports no function _start")]
    [InlineData("""(module (import "env" "memory" (memory 1 2 shared)) """ + Command + ")", "it imports from 'env', which is not WASI")]
    [InlineData("""(module (import "wasi_unstable" "proc_exit" (func (param i32))) """ + Command + ")", null)]
    public void A_module_that_no_engine_could_start_says_why(string text, string? why)
    {
        Read(Compiled(text)).WhyNoCommand.Should().Be(why);
    }

    [Theory]
    [InlineData("", "it does not begin as WebAssembly does")]
    [InlineData("7f454c46020101000000", "it does not begin as WebAssembly does")]
    [InlineData("0061736d", "it does not begin as WebAssembly does")]
    [InlineData("0061736d0d000100", "it is a WebAssembly component, not a core module")]
    [InlineData("0061736d02000000", "it is WebAssembly of version 2, layer 0")]
    [InlineData("0061736d010000000205", "it is damaged: it ends in the middle of a section")]
    [InlineData("0061736d0100000002ffffffffffffffffffff7f", "it is damaged: a number in it does not end")]
    [InlineData("0061736d01000000020401000009", "it is damaged: an import is of the unknown kind 9")]
    [InlineData("0061736d01000000020180", "it is damaged: it ends in the middle of a section")]
    [InlineData("0061736d010000000702010f", "it is damaged: it ends in the middle of a section")]
    public void A_file_that_is_not_a_core_module_says_why(string hexadecimal, string why)
    {
        WasmModule.Read(Convert.FromHexString(hexadecimal)).Reason.Should().StartWith(why);
    }

    [Fact]
    public void A_module_cut_short_anywhere_gives_a_module_or_a_reason()
    {
        var bytes = Compiled(File.ReadAllText(Repository.PathOf("tests", "Fixtures", "guests", "works.wat")));
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = WasmModule.Read(bytes.AsSpan(0, length));
            (cut.Reason is not null || cut.TryGet(out _)).Should().BeTrue();
        }
    }

    private static byte[] Compiled(string text) => global::Wasmtime.Module.ConvertText(text);

    private static WasmModule Read(byte[] bytes)
    {
        var module = WasmModule.Read(bytes);
        module.Reason.Should().BeNull();
        _ = module.TryGet(out var found);
        return found!;
    }
}
